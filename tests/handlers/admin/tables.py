"""Tables as people send them."""

from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from campaigns import __file__ as folder

HEAD = ["联系领导", "职务", "县级工会", "联系人", "联系人职务"]


def shipped() -> list[list[str]]:
    """The demo campaign's own rows, with their head."""
    path = Path(folder).parent / "jiujiang-2022-demo" / "roster.csv"
    return [line.split(",") for line in path.read_text("utf-8-sig").splitlines()]


def csv(rows: list[list[str]], encoding: str = "utf-8-sig") -> bytes:
    return "\n".join(",".join(row) for row in rows).encode(encoding)


def xlsx(rows: list[list[str]], *others: str) -> bytes:
    """A spreadsheet; `others` are sheets in front of which the rows stand."""
    book = import_module("openpyxl").Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for name in others:
        book.create_sheet(name).append(["=1+1"])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The same spreadsheet with another file in it."""
    target = BytesIO(data)
    with ZipFile(target, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return target.getvalue()
