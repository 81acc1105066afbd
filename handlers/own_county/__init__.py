"""What a county sees and does: three things, and nothing of anybody else."""
