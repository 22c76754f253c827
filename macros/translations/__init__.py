"""Translations of the calculators and letters: a catalogue for each language begun, such as `cy.po` for Welsh."""
