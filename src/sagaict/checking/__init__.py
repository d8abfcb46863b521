"""What only shows when files are read together, or when meaning is asked for: the cross-file rules.

Each module holds one kind of rule: functions from a workspace to findings. `run` applies them all
and gives every finding its exact place.
"""
