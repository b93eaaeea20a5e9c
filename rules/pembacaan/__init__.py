"""From the text an office wrote to the values we can judge: sure readings only, never a guess."""
