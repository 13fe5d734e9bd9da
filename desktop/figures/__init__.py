"""Drawing a moving figure: its body's shape, the things beside it, and sheets of its moments."""
