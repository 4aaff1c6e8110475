//! The main job from a shell.
fn main() {}
