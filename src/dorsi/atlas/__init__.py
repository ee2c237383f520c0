"""What the back is: muscles, bones, exercises, methods, claims and the evidence for them."""
