"""Electronic invoices for tests, written to the public specifications.

UBL invoices follow Peppol BIS Billing 3.0 (docs.peppol.eu/poacc/billing/3.0). CII invoices follow the binding of
EN 16931 in CEN/TS 16931-3-3, which Factur-X and ZUGFeRD 2 use.
"""

from xml.sax.saxutils import escape

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
CII = "urn:un:unece:uncefact:data:standard"


def tag(name: str, text: str | None, **attributes: str) -> str:
    given = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return "" if text is None else f"<{name}{given}>{escape(text)}</{name}>"


def ubl(
    number: str = "1041", *, due: str | None = "2026-03-31", terms: str | None = None, currency: str = "GBP",
    payable: str = "1200.00", prepaid: str | None = None, buyer: str = "Example Offices Ltd", code: str = "380",
    credit: bool = False, corrects: str | None = None,
) -> str:  # fmt: skip
    """An invoice or credit note in UBL 2.1, laid out as in Peppol BIS Billing 3.0."""
    root, kind = ("CreditNote", "CreditNoteTypeCode") if credit else ("Invoice", "InvoiceTypeCode")
    party = "<cac:Party><cac:PartyName><cbc:Name>{trading}</cbc:Name></cac:PartyName><cac:PartyLegalEntity>{name}</cac:PartyLegalEntity></cac:Party>"
    seller = party.format(trading="Jones", name=tag("cbc:RegistrationName", "Jones & Daughters Ltd"))
    customer = party.format(trading="Offices", name=tag("cbc:RegistrationName", buyer))
    reference = f"<cac:BillingReference><cac:InvoiceDocumentReference>{tag('cbc:ID', corrects)}</cac:InvoiceDocumentReference></cac:BillingReference>"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} xmlns="{UBL}:{root}-2" xmlns:cac="{UBL}:CommonAggregateComponents-2" '
        f'xmlns:cbc="{UBL}:CommonBasicComponents-2">'
        f"{tag('cbc:CustomizationID', 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0')}"
        f"{tag('cbc:ID', number)}{tag('cbc:IssueDate', '2026-03-01')}{tag('cbc:DueDate', None if credit else due)}"
        f"{tag(f'cbc:{kind}', code)}{tag('cbc:DocumentCurrencyCode', currency)}{reference if corrects else ''}"
        f"<cac:AccountingSupplierParty>{seller}</cac:AccountingSupplierParty>"
        f"<cac:AccountingCustomerParty>{customer}</cac:AccountingCustomerParty>"
        f"<cac:PaymentTerms>{tag('cbc:Note', terms)}</cac:PaymentTerms>"
        f"<cac:LegalMonetaryTotal>{tag('cbc:TaxInclusiveAmount', '9999.00', currencyID=currency)}"
        f"{tag('cbc:PrepaidAmount', prepaid, currencyID=currency)}{tag('cbc:PayableAmount', payable, currencyID=currency)}"
        f"</cac:LegalMonetaryTotal><cac:InvoiceLine>{tag('cbc:ID', '1')}</cac:InvoiceLine></{root}>"
    )


def cii(*, due: str | None = "20260331", terms: str | None = None, code: str = "380", payable: str = "1200.00") -> str:
    """An invoice in CII D16B, the syntax embedded in Factur-X and ZUGFeRD 2 invoices."""
    when = (
        ""
        if due is None
        else f"<ram:DueDateDateTime>{tag('udt:DateTimeString', due, format='102')}</ram:DueDateDateTime>"
    )
    return (
        f'<rsm:CrossIndustryInvoice xmlns:rsm="{CII}:CrossIndustryInvoice:100" '
        f'xmlns:ram="{CII}:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="{CII}:UnqualifiedDataType:100">'
        f"<rsm:ExchangedDocument>{tag('ram:ID', '1041')}{tag('ram:TypeCode', code)}<ram:IssueDateTime>"
        f"{tag('udt:DateTimeString', '20260301', format='102')}</ram:IssueDateTime></rsm:ExchangedDocument>"
        "<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>"
        f"<ram:SellerTradeParty>{tag('ram:Name', 'Jones & Daughters Ltd')}</ram:SellerTradeParty>"
        f"<ram:BuyerTradeParty>{tag('ram:Name', 'Example Offices Ltd')}</ram:BuyerTradeParty>"
        "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeSettlement>"
        f"{tag('ram:InvoiceCurrencyCode', 'GBP')}<ram:SpecifiedTradePaymentTerms>{tag('ram:Description', terms)}{when}"
        "</ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"{tag('ram:GrandTotalAmount', '9999.00')}{tag('ram:DuePayableAmount', payable)}"
        "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
        f"<ram:InvoiceReferencedDocument>{tag('ram:IssuerAssignedID', '1040')}</ram:InvoiceReferencedDocument>"
        "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
    )


def in_envelope(*invoices: str) -> str:
    """Invoices inside a standard business document, the envelope used on the Peppol network."""
    inner = "".join(one.removeprefix('<?xml version="1.0" encoding="UTF-8"?>') for one in invoices)
    header = "http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"
    return f'<StandardBusinessDocument xmlns="{header}"><StandardBusinessDocumentHeader/>{inner}</StandardBusinessDocument>'
