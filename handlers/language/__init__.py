"""The interface in another language than Chinese, through one door: where a message leaves for a chat."""
