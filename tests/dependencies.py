"""What the repository takes from elsewhere: every version is fixed, every lock is kept, every name has its reason.

Ends with `N passed, N failed, N skipped`. With cargo-deny, deny.toml is held against every lock file of cargo.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from typing import Any

ROOT = pathlib.Path(__file__).parent.parent
POM = "{http://maven.apache.org/POM/4.0.0}"
# Other engines, compiled to be measured against and never shipped: their versions are held, their licences are not.
PEERS = ROOT / "benches" / "peers"
# What is installed from each lock of pip's.
LOCKS = {
    ROOT / "tests" / "requirements.lock": [
        ROOT / "bindings-python" / "requirements-test.txt",
        ROOT / "tests" / "requirements.txt",
    ],
    ROOT / "examples" / "spark" / "requirements.lock": [ROOT / "examples" / "spark" / "requirements.txt"],
}
BUILDS = re.compile(r"\bcargo (build|test|run|check|clippy|doc|metadata|rustc)\b")
INSTALLS = re.compile(r"\bpip\"? install\b")
LEAVES_INDEX = re.compile(r"--require-hashes|--no-deps|--no-index")
LOCKED = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)(.*(?:\n +.*)*)", re.MULTILINE)
NPM = "https://registry.npmjs.org/"
# Named by their goals alone, in every pom.xml: Maven would choose the version.
BOUND_BY_MAVEN = {"maven-resources-plugin", "maven-compiler-plugin"}


def kept(folders: list[str]) -> list[str]:
    """The folders among these that hold what is kept, not what was made."""
    made = {"node_modules", "target"}
    return sorted(name for name in folders if name not in made and (name == ".ci" or not name.startswith(".")))


def files(named: str) -> list[pathlib.Path]:
    """Every file of this name, but for what was made here."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = kept(folders)
        found += [pathlib.Path(folder, name) for name in names if name == named]
    return found


def place(path: pathlib.Path) -> str:
    """A path as seen from the root of the repository."""
    return path.relative_to(ROOT).as_posix()


def workspaces() -> list[pathlib.Path]:
    """The manifests that begin a workspace of cargo."""
    return [path for path in files("Cargo.toml") if re.search(r"^\[workspace\]", path.read_text("utf-8"), re.MULTILINE)]


def metadata(manifest: pathlib.Path) -> dict[str, Any]:
    """What cargo says of a workspace whose lock file is as it should be."""
    command = ["cargo", "metadata", "--locked", "--no-deps", "--format-version=1", f"--manifest-path={manifest}"]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    if said.returncode:
        raise SystemExit(f"{place(manifest)}: {said.stderr}")
    workspace: dict[str, Any] = json.loads(said.stdout)
    return workspace


def requirements(path: pathlib.Path) -> list[str]:
    """The lines of a file of requirements that name something."""
    lines = path.read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith(("#", "--"))]


class Checks:
    """What was found out so far."""

    def __init__(self) -> None:
        self.passed = self.failed = self.skipped = 0
        self.used: dict[str, str] = {}

    def check(self, name: str, faults: list[str]) -> None:
        """One check, passed or failed as a whole."""
        if faults:
            self.failed += 1
            print(f"FAIL  {name}", *faults, sep="\n      ")
        else:
            self.passed += 1
            print(f"ok    {name}")

    def use(self, name: str, where: pathlib.Path) -> None:
        """Something named in a manifest, which needs its reason."""
        self.used[name] = place(where)


def cargo(checks: Checks) -> None:
    """Every version is fixed, and so is what it brings along."""
    for manifest in workspaces():
        faults = []
        if not (manifest.parent / "Cargo.lock").exists():
            faults.append("there is no Cargo.lock")
        for package in metadata(manifest)["packages"]:
            for dependency in package["dependencies"]:
                if dependency.get("path"):
                    continue
                checks.use(dependency["name"], pathlib.Path(package["manifest_path"]))
                if not dependency["req"].startswith("="):
                    faults.append(f"{package['name']}: {dependency['name']} {dependency['req']} is not one version")
        checks.check(f"cargo: {place(manifest)}", faults)


def maven(checks: Checks) -> None:
    """Every dependency and every plugin has its version."""
    for path in files("pom.xml"):
        project = ElementTree.parse(path).getroot()
        properties = {entry.tag.removeprefix(POM): entry.text or "" for entry in project.findall(f"{POM}properties/*")}
        faults = []
        named = set()
        for kind in ("dependency", "plugin", "extension"):
            for entry in project.iter(f"{POM}{kind}"):
                artifact = entry.findtext(f"{POM}artifactId", "")
                group = entry.findtext(f"{POM}groupId", "org.apache.maven.plugins")
                version = entry.findtext(f"{POM}version", "")
                for name, text in properties.items():
                    version = version.replace(f"${{{name}}}", text)
                named.add(artifact)
                if group != "org.apache.maven.plugins":
                    checks.use(artifact, path)
                if not re.fullmatch(r"\d[\w.-]*", version) or version.endswith("-SNAPSHOT"):
                    faults.append(f"{artifact} {version} is not one version")
        faults += [f"{plugin} has no version" for plugin in sorted(BOUND_BY_MAVEN - named)]
        checks.check(f"maven: {place(path)}", faults)


def npm(checks: Checks) -> None:
    """Every version is fixed, and what it brings along is known by its hash."""
    for path in files("package.json"):
        faults = []
        manifest = json.loads(path.read_text("utf-8"))
        for name, version in (manifest.get("dependencies", {}) | manifest.get("devDependencies", {})).items():
            checks.use(name, path)
            if not re.fullmatch(r"\d[\w.-]*", version):
                faults.append(f"{name} {version} is not one version")
        lock = path.with_name("package-lock.json")
        packages = json.loads(lock.read_text("utf-8"))["packages"] if lock.exists() else {}
        if not packages:
            faults.append("there is no package-lock.json")
        for name, package in packages.items():
            if name and not package.get("link"):
                if not package.get("integrity", "").startswith("sha512-"):
                    faults.append(f"{name} has no hash in package-lock.json")
                # Left out, it is the registry that npm is set up with; the hash stands either way.
                if not package.get("resolved", NPM).startswith(NPM):
                    faults.append(f"{name} comes from {package['resolved']}")
        checks.check(f"npm: {place(path)}", faults)


def pip(checks: Checks) -> None:
    """Every requirement stands in its lock, with hashes."""
    build = (ROOT / "bindings-python" / "pyproject.toml").read_text("utf-8")
    builder = re.findall(r'"([^"]*)"', "".join(re.findall(r"^requires = \[.*\]", build, re.MULTILINE)))
    for lock, listed in LOCKS.items():
        needed = [(path, requirements(path)) for path in listed]
        if lock.parent == ROOT / "tests":
            needed.append((ROOT / "bindings-python", builder))
        checks.check(f"pip: {place(lock)}", locked(checks, lock, needed))


def locked(checks: Checks, lock: pathlib.Path, needed: list[tuple[pathlib.Path, list[str]]]) -> list[str]:
    """What is amiss between a lock and the requirements that it is for."""
    known: dict[str, list[str]] = {}
    faults = []
    entries = re.sub(r"^#.*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE)
    for name, version, hashes in LOCKED.findall(entries):
        known.setdefault(plain(name), []).append(version)
        if "--hash=sha256:" not in hashes:
            faults.append(f"{name} has no hash")
    for path, wanted in needed:
        for requirement in wanted:
            found = re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)(;|$)", requirement)
            if not found:
                faults.append(f"{place(path)}: {requirement} is not one version")
                continue
            checks.use(found[1], path)
            if found[2] not in known.get(plain(found[1]), []):
                faults.append(f"{place(path)}: {requirement} is not in the lock: run the command in its first lines")
    return faults


def scripts(checks: Checks) -> None:
    """No script lets a tool choose versions. What a README tells a person to type is left as it is."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = "".join(re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL))
    typed = [line.partition(" >")[0].strip() for line in shown.splitlines() if line.startswith("cargo ")]
    faults = []
    count = 0
    for folder, folders, names in os.walk(ROOT):
        folders[:] = kept(folders)
        for path in (pathlib.Path(folder, name) for name in names):
            if path.suffix or not path.is_file() or not path.read_bytes().startswith(b"#!"):
                continue
            count += 1
            for line in re.sub(r"\\\n\s*", "", path.read_text("utf-8")).splitlines():
                if line.lstrip().startswith("#") or any(command in line for command in typed):
                    continue
                # Not what a test is called.
                line = re.sub(r'"[^"$]* [^"]*"', '""', line)
                if BUILDS.search(line) and "--locked" not in line:
                    faults.append(f"{place(path)}: without --locked: {line.strip()}")
                if re.search(r"\bnpm (install|i|update)\b", line):
                    faults.append(f"{place(path)}: npm ci installs what is locked: {line.strip()}")
                if INSTALLS.search(line) and not LEAVES_INDEX.search(line):
                    faults.append(f"{place(path)}: without --require-hashes: {line.strip()}")
    checks.check("scripts keep to the locks", faults if count else ["there are no scripts"])


def plain(name: str) -> str:
    """A name however it is written."""
    return re.sub(r"[_.-]+", "-", name.lower()).removesuffix("-maven-plugin")


def reasons(checks: Checks) -> None:
    """Every name has its sentence in DESIGN.md."""
    design = (ROOT / "DESIGN.md").read_text("utf-8")
    table = design.partition("\n## Which dependencies, and why?\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", table, re.MULTILINE)
    reasoned = [re.sub(r"\([^)]*\)|\s", "", names) for names, why in rows if why.strip()]
    known = {plain(name) for names in reasoned for name in names.split(",")}
    lacking = [f"{name} ({where})" for name, where in sorted(checks.used.items()) if plain(name) not in known]
    checks.check("DESIGN.md says why each is there", lacking if checks.used else ["nothing was found"])


def deny(checks: Checks) -> None:
    """Licences, duplicates and sources are those of deny.toml. Needs no network but for what cargo has not got yet."""
    beside = str(pathlib.Path(sys.executable).parent)
    tool = shutil.which("cargo-deny", path=beside) or shutil.which("cargo-deny")
    for manifest in workspaces():
        if manifest.is_relative_to(PEERS):
            continue
        name = f"deny.toml: {place(manifest)}"
        if not tool:
            checks.skipped += 1
            print(f"skip  {name} (install cargo-deny)")
            continue
        command = [tool, f"--manifest-path={manifest}", f"--config={ROOT / 'deny.toml'}", "--locked"]
        command += ["--log-level=error", "check", "licenses", "bans", "sources"]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        checks.check(name, said.stderr.splitlines() or ["it failed"] if said.returncode else [])


def main() -> int:
    """Print what is not as it should be; the exit status says whether anything was."""
    checks = Checks()
    for kind in (cargo, maven, npm, pip, scripts, reasons, deny):
        kind(checks)
    print(f"\n{checks.passed} passed, {checks.failed} failed, {checks.skipped} skipped")
    return 1 if checks.failed else 0


if __name__ == "__main__":
    sys.exit(main())
