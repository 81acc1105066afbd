"""What is said in one line and asks nothing: on a card before it is saved, below a record afterwards."""
