"""Every link of the pages leads somewhere: to a file, a heading or an anchor; and every file that they name is there.

Needs no network: links to other places are listed, not followed. Exit status 1 names what leads nowhere.
"""

import os
import pathlib
import re
import sys
import urllib.parse

import markdown_it

ROOT = pathlib.Path(__file__).parent.parent
MADE = {"node_modules", "target"}
# A name in `code` is taken for a file when it begins with one of these folders.
OURS = re.compile(r"(core|ffi|bindings-kotlin|bindings-python|docs|tests|\.ci)/[\w./*<>{},-]*")


def pages() -> list[pathlib.Path]:
    """Every Markdown file of the repository."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if name not in MADE and not name.startswith("."))
        found += [pathlib.Path(folder, name) for name in sorted(names) if name.endswith(".md")]
    return found


class Page:
    """What a page refers to, and what may be referred to in it."""

    def __init__(self, path: pathlib.Path) -> None:
        self.links: list[str] = []
        self.named: list[str] = []
        self.anchors: set[str] = set()
        tokens = markdown_it.MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
        for before, token in zip([None, *tokens], tokens, strict=False):
            if token.type == "html_block":
                self._html(token.content)
            for part in token.children or []:
                if part.type in ("link_open", "image"):
                    self.links.append(str(part.attrs.get("href", part.attrs.get("src"))))
                elif part.type == "code_inline":
                    self.named.append(part.content)
                elif part.type == "html_inline":
                    self._html(part.content)
            if before and before.type == "heading_open":
                self._heading("".join(part.content for part in token.children or []))

    def _html(self, text: str) -> None:
        self.anchors.update(re.findall(r'\bid="([^"]+)"', text))

    def _heading(self, text: str) -> None:
        """The anchor of a heading, as GitHub makes it."""
        anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        number = 1
        while (numbered := anchor if number == 1 else f"{anchor}-{number - 1}") in self.anchors:
            number += 1
        self.anchors.add(numbered)


def there(named: str) -> bool:
    """Whether a file is there; `<decision>` and `*` stand for anything, `{a,b}` for each."""
    pattern = re.sub(r"<[^>]*>", "*", named.rstrip("/"))
    choice = re.search(r"\{([^}]*)\}", pattern)
    if choice:
        return all(there(pattern.replace(choice[0], one)) for one in choice[1].split(","))
    return any(ROOT.glob(pattern))


def main() -> int:
    """Print what leads nowhere; the exit status says whether anything did."""
    read = {path.resolve(): Page(path) for path in pages()}
    faults = []
    elsewhere = set()
    count = 0
    for path, page in read.items():
        place = path.relative_to(ROOT.resolve()).as_posix()
        for link in page.links:
            address = urllib.parse.urlsplit(link)
            if address.scheme:
                elsewhere.add(link)
                continue
            count += 1
            target = (path.parent / urllib.parse.unquote(address.path)).resolve() if address.path else path
            if not target.exists():
                faults.append(f"{place}: {link}: there is no such file")
            elif address.fragment and address.fragment not in (read[target].anchors if target in read else ()):
                faults.append(f"{place}: {link}: there is no such heading")
        for named in page.named:
            if OURS.fullmatch(named):
                count += 1
                # What is built is not there yet.
                if not there(named) and "/target/" not in named:
                    faults.append(f"{place}: `{named}`: there is no such file")
    for link in sorted(elsewhere):
        print(f"elsewhere: {link}")
    print("\n".join(faults) or f"{count} links and names of files lead somewhere")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
