"""What goes with the workbook."""


def caption(*, own: bool) -> str:
    """What the workbook holds, and what to mind."""
    whose = "您对口联系的县" if own else "全部县"
    return (
        f"联系台账：{whose}的联系记录、问题清单、经验清单、未登记联系，已撤回的不在内。内部资料，请勿外传。"
    )
