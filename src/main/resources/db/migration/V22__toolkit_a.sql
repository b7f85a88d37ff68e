-- The columns of Toolkit A that a target may fill: the improvement that is required, and what meeting it depends on.
ALTER TABLE target ADD COLUMN improvement text;
ALTER TABLE target ADD COLUMN dependencies text;
