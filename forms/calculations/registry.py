"""The calculations by the name that fields.toml uses; a test holds them against the names the catalog accepts."""

from forms.calculations import deadlines, money, verdicts
from forms.facts import Calculators

CALCULATORS = Calculators(
    single={
        "any_true": verdicts.any_true,
        "applied_share": money.applied_share,
        "case_cap_reached": money.case_cap_reached,
        "column_sum": money.column_sum,
        "company_cap_reached": money.company_cap_reached,
        "cost_share": money.cost_share,
        "deemed_large_enterprise": verdicts.deemed_large_enterprise,
        "eligible_enterprise": verdicts.eligible_enterprise,
        "eligible_sum": money.eligible_sum,
        "foreign_joint": verdicts.foreign_joint,
        "given": verdicts.given,
        "group_ok": verdicts.group_ok,
        "head_office_here": verdicts.head_office_here,
        "joint": verdicts.joint,
        "lookup": verdicts.lookup,
        "priority_deadline": deadlines.priority_deadline,
        "priority_required": deadlines.priority_required,
        "requested_amount": money.requested_amount,
        "sme": verdicts.sme,
        "sum": money.total,
        "today": verdicts.today,
        "transfer_needed": verdicts.transfer_needed,
        "under_one_year": verdicts.under_one_year,
        "wage_employees_mismatch": verdicts.wage_employees_mismatch,
        "wage_form": verdicts.wage_form,
        "wage_rise_short": verdicts.wage_rise_short,
    },
    row={
        "destination_deadline": deadlines.destination_deadline,
        "row_eligible_sum": money.row_eligible_sum,
        "row_sum": money.row_sum,
    },
)
