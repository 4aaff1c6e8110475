//! Transactions and balances as the API writes them.

use super::super::json::object;

object! {
    /// A transaction as the API gives it.
    Row {
        transaction_id = "transactionId",
        internal_transaction_id = "internalTransactionId",
        entry_reference = "entryReference",
        end_to_end_id = "endToEndId",
        mandate_id = "mandateId",
        check_id = "checkId",
        creditor_id = "creditorId",
        booking_date = "bookingDate",
        booking_date_time = "bookingDateTime",
        value_date = "valueDate",
        value_date_time = "valueDateTime",
        transaction_date = "transactionDate",
        date = "date",
        transaction_amount = "transactionAmount",
        /// Not of the API's form: of banks that state the direction beside an amount without a sign.
        credit_debit_indicator = "creditDebitIndicator",
        currency_exchange = "currencyExchange",
        balance_after_transaction = "balanceAfterTransaction",
        creditor_name = "creditorName",
        creditor_account = "creditorAccount",
        creditor_agent = "creditorAgent",
        ultimate_creditor = "ultimateCreditor",
        debtor_name = "debtorName",
        debtor_account = "debtorAccount",
        debtor_agent = "debtorAgent",
        ultimate_debtor = "ultimateDebtor",
        remittance_information_unstructured = "remittanceInformationUnstructured",
        remittance_information_unstructured_array = "remittanceInformationUnstructuredArray",
        remittance_information_structured = "remittanceInformationStructured",
        remittance_information_structured_array = "remittanceInformationStructuredArray",
        additional_information = "additionalInformation",
        bank_transaction_code = "bankTransactionCode",
        proprietary_bank_transaction_code = "proprietaryBankTransactionCode",
        merchant_category_code = "merchantCategoryCode",
        purpose_code = "purposeCode",
        batch_number_of_transactions = "batchNumberOfTransactions",
        /// The payments of a batch.
        entry_details = "entryDetails",
        card_transaction_id = "cardTransactionId",
        acceptor_transaction_date_time = "acceptorTransactionDateTime",
        /// What a card payment says of itself, as text.
        transaction_details = "transactionDetails",
        original_amount = "originalAmount",
        markup_fee = "markupFee",
        card_acceptor_id = "cardAcceptorId",
        terminal_id = "terminalId",
    }
}

object! {
    /// An account of a transaction or of the list.
    Account {
        iban = "iban",
        bban = "bban",
        pan = "pan",
        masked_pan = "maskedPan",
        /// A number of another scheme.
        other = "other",
        resource_id = "resourceId",
        currency = "currency",
        owner_name = "ownerName",
        name = "name",
        product = "product",
        bic = "bic",
        balances = "balances",
    }
}

object! {
    /// An account number of a scheme that has no field of its own.
    Other {
        identification = "identification",
    }
}

object! {
    /// A balance as the API gives it.
    BalanceRow {
        balance_amount = "balanceAmount",
        balance_type = "balanceType",
        reference_date = "referenceDate",
        last_change_date_time = "lastChangeDateTime",
    }
}
