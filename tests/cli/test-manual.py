"""The manual page is true: it names every command and option, and every example in it runs as it stands."""
import os
import re
import shlex
import subprocess
import tap

MANUAL = tap.ARGUMENTS[1]
COMMANDS = ["new", "import", "check", "figures", "flags", "scenario", "propose", "explain", "power", "chart", "export", "history"]

REGISTER = """Reference,Title,Supplier,Start Date,End Date,Contract Value
1,Befriending,Lantern House,01/04/2026,31/03/2027,"£12,000"
2,Advice,Harbour Rights,01/04/2024,31/03/2027,"£90,000"
"""


def manual():
    with open(MANUAL, encoding="utf-8") as file:
        return file.read()


def plain(text):
    """The words without the marks of the page: \\fB--json\\fR is --json."""
    return re.sub(r"\\f.", "", text).replace("\\-", "-").replace("\\(aq", "'").replace("\\e", "\\")


def examples():
    blocks = re.findall(r"^\.EX\n(.*?)^\.EE", manual(), re.S | re.M)
    return [plain(line) for block in blocks for line in block.splitlines() if plain(line).startswith("tenure-cli ")]


def options(scratch, command):
    words = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", scratch.run(command, "--help").out))
    return words - {"--help"}


def test_every_command_is_described(scratch):
    text = plain(manual())
    for command in COMMANDS:
        assert re.search(rf"^\.B {command} ", text, re.M), f"{command} is not described"


def test_every_option_is_described(scratch):
    text = plain(manual())
    for command in COMMANDS:
        for option in options(scratch, command):
            assert re.search(rf"^\.(B|BR|TP).*{option}\b", text, re.M), f"{command} {option} is not described"


def test_no_option_is_made_up(scratch):
    known = set().union(*(options(scratch, command) for command in COMMANDS))
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", plain(manual())))
    assert named <= known | {"--help", "--version"}, named - known


def test_every_example_runs(scratch):
    found = examples()
    assert len(found) >= 5, found
    scratch.write("register.csv", REGISTER)
    scratch.write("longer.txt", "extend Befriending 24 months\n")
    environment = dict(os.environ, PATH=os.path.dirname(tap.PROGRAM) + os.pathsep + os.environ["PATH"])
    for line in found:
        process = subprocess.run(["sh", "-c", line], capture_output=True, cwd=scratch.folder, env=environment, check=False)
        tap.equal(process.returncode, 0, f"{line}\n{process.stderr.decode()}")
    made = {word for line in found for word in shlex.split(line) if re.search(r"\.(svg|png|pdf|tenure)$", word)}
    for name in made:
        assert os.path.exists(scratch.path(name)), f"{name} was not made"


if __name__ == "__main__":
    tap.main(globals())
