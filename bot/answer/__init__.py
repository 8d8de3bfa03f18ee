"""What is said in reply: an understood question goes in, an answer in neutral parts comes out."""
