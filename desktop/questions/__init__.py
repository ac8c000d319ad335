"""The steps with questions: fields made from data, the expenses, the eligibility."""
