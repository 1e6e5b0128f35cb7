"""The languages that the library speaks."""

from dms_rules._name import Name


class Language(Name):
    """A language in which the library speaks to a workshop's staff."""

    EN = "en"
    NL = "nl"
    FR = "fr"
    DE = "de"
