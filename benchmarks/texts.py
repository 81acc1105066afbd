"""What is typed in the benchmarks, and the county that it names."""

VISIT = "今天上午到修水县实地调研，座谈12人，发现活动阵地不足"
COUNTY = "修水县"
