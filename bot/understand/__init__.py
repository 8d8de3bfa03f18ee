"""What a question asks: text goes in; understood, unsure or unknown comes out, with the reasons."""
