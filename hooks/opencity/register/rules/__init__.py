"""The rules that look across records. A rule is a file here, a test, and an example of the fault."""

from opencity.register.rules.acts import check_acts
from opencity.register.rules.context import Context, Rule
from opencity.register.rules.documents import check_documents
from opencity.register.rules.funds import check_fund_rules
from opencity.register.rules.future import check_future
from opencity.register.rules.languages import check_languages
from opencity.register.rules.references import check_references
from opencity.register.rules.review import check_review_dates
from opencity.register.rules.speaking_city import check_speaking_city
from opencity.register.rules.state import check_states

ALL: tuple[Rule, ...] = (
    check_references,
    check_acts,
    check_states,
    check_speaking_city,
    check_fund_rules,
    check_documents,
    check_future,
    check_review_dates,
    check_languages,
)

__all__ = ["ALL", "Context", "Rule"]
