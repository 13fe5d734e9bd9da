"""A figure that nods, and a step that shows it."""

STEPS = """
  - move: Nodding
    reps: 4
    tempo: 2-0-2-0
    figure: nod
  - hold: Standing
    for: 20s
"""
NOD = """\
name: Nod
view: side
postures:
  tall: {head: [-0.012, 0.932], neck: [0.005, 0.845], chest: [0.012, 0.735], waist: [-0.004, 0.625],
    hip: [0, 0.53], shoulder: [0.008, 0.81], elbow: [0.022, 0.625], hand: [-0.01, 0.458],
    knee: [0, 0.285], ankle: [0.012, 0.04], toe: [-0.096, 0.012]}
  down: {like: tall, head: [-0.055, 0.912]}
loop: {start: tall, there: down, back: tall}
"""
