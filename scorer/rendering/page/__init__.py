"""What the HTML scorecard is made of: marks in the text, what the templates show, the templates themselves."""
