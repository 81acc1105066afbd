"""What the running program itself says to people; conversations have their texts beside their handlers."""

STORE_IS_FULL = "暂时存不下，还没有保存。这一条已收到，稍后会自动处理，不必重发。"
STORE_IS_FULL_PRESSED = "暂时存不下，还没有保存；已收到，稍后会自动处理。"
GAVE_UP = "这一条没能处理完。请用 /my 看看是否已经记下；没有的话请换个说法再发一次，或告诉管理员。"
GAVE_UP_PRESSED = "没能处理完。请用 /my 看看是否已经记下，再试一次或告诉管理员。"
