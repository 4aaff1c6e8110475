//! Where a long call stands, as bindings tell it.

use payymo::matching::Stage;

/// The place of a stage in the list [`STAGE`](crate::schema::words::STAGE), and its word. A stage of a later version stands
/// behind the list, and its word is `other`.
pub fn stage(stage: Stage) -> (u32, &'static str) {
    match stage {
        Stage::Prepare => (0, "prepare"),
        Stage::Score => (1, "score"),
        Stage::Assign => (2, "assign"),
        _ => (3, "other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::words::STAGE;

    #[test]
    fn stages_are_those_of_the_list() {
        let words = (STAGE.list)().into_iter().map(|word| word.0);
        let listed: Vec<(u32, &str)> = (0..).zip(words).collect();
        let told = [Stage::Prepare, Stage::Score, Stage::Assign].map(stage);
        assert_eq!(listed, told);
    }
}
