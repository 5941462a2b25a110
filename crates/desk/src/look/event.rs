use crate::id::CustomerId;
use crate::payload::payloads;

payloads! {
    /// A member read what the exchange says of a customer's account: once for a while of looking, not once a request.
    AccountRead = "customer.account_read" v 1 { customer_id: CustomerId }
}
