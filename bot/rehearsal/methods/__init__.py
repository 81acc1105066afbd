"""The Bot API's methods, by theme. Each is a function (stage, call) -> result; `table` names them all."""
