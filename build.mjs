// Placeholder until the entries exist; replaced in the next commit.
