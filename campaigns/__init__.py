"""Campaign definitions shipped with the program: one folder a campaign, named by its id.

A folder holds `campaign.yaml` (the rules), `roster.csv` (who is paired with which county) and, for a
campaign that is only played, `samples.yaml` (made-up activity). They are data: find them with
`importlib.resources.files("campaigns")`.
"""
