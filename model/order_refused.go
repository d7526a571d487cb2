package model

// Refusal codes of orders. Their sentences are in model/label.
const (
	RefusedTaken         = "taken"           // Args: the text; another record has this number
	RefusedEarlier       = "earlier"         // Args: the day, the one that it can't precede
	RefusedMore          = "more_than"       // Args: what was asked, the most there is
	RefusedQuantity      = "quantity_format" // Args: the text
	RefusedQuantityParts = "quantity_parts"  // Args: the text; more than three decimals
	RefusedQuantityRange = "quantity_range"  // Args: the text; more than can be kept
	RefusedStatus        = "order_status"    // Args: the status in which the act can't be done
	RefusedConfirmed     = "order_confirmed" // a confirmed order is changed by an order change, with its reason
	RefusedReview        = "price_review"    // Args: what is under the floor or over the limit; somebody has to approve it
	RefusedRate          = "rate"            // Args: what should be a currency and what a unit of it is worth
	RefusedLimit         = "credit_limit"    // Args: the exposure with the order, the limit; asks for a reason
	RefusedShipping      = "shipping"        // Args: what should be paid before, what stops it; "" = nothing; asks for a reason
	RefusedStarted       = "order_started"   // what followed from the confirmation can't be taken back any more
	RefusedOfOrder       = "of_order"        // Args: the order's number; the receivable follows the order
	RefusedNothing       = "nothing_changes" // the change would leave the order as it is
	RefusedNone          = "none"            // a quantity is more than nothing
	RefusedWorthless     = "worthless"       // an order over nothing can't be confirmed
	RefusedRedated       = "redated"         // the day of a confirmation from which more followed stays
	RefusedListed        = "listed"          // Args: the products whose list prices changed; the prices are reviewed again
	RefusedNode          = "node"            // Args: the text; not one of the nodes
	RefusedWritten       = "written"         // Args: the field, what stands there, the node that is done; doing it again writes nothing over
	RefusedNeeds         = "needs_node"      // Args: the node that has to be done first
	RefusedFollowed      = "followed"        // Args: the node, or "accepted_on", that is done already and comes later
	RefusedAfter         = "after_node"      // Args: the day, the node, or "accepted_on", that it can't come after, its day
	RefusedTheirs        = "not_theirs"      // Args: the project; it is another customer's, or gone
)
