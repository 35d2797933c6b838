"""How well records agree with gold annotations: precision, recall and F1 by language and class of fact."""
