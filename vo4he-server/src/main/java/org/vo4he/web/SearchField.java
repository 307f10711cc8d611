// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Locale;
import java.util.Optional;

/// One field of the search form: its parameter, its label, and what to write in it.
enum SearchField {
    POSITION("pos", "Position", "83.633 22.014, 05:34:32 +22:00:52, or J0534+2200", "s_ra"),
    RADIUS("radius", "Within", "0.25° or 15′", ""),
    TARGET("target", "Object name", "as observers wrote it: Crab, RX J1856", "target_name"),
    FROM("from", "From", "2009-03-01, or an MJD", SearchAdql.BEGIN),
    TO("to", "To", "", ""),
    ENERGY_FROM("emin", "From", "keV, or like 1 TeV", "COALESCE(em_min, em_max)"),
    ENERGY_TO("emax", "To", "", ""),
    TYPE("type", "Product type", "", "dataproduct_type"),
    INSTRUMENT("instrument", "Instrument", "", "instrument_name"),
    COLLECTION("collection", "Collection", "", ""),
    TEXT("text", "Words", "in names, titles, files", "");

    /// What is typed to find the products that don't state this.
    static final String NOT_STATED = "not stated";

    private final String parameter;
    private final String label;
    private final String hint;
    private final String stated;

    SearchField(String parameter, String label, String hint, String stated) {
        this.parameter = parameter;
        this.label = label;
        this.hint = hint;
        this.stated = stated;
    }

    String parameter() {
        return parameter;
    }

    String label() {
        return label;
    }

    /// Empty when the label says it all.
    String hint() {
        return hint;
    }

    /// In ADQL, what is NULL in products that don't state this; empty where the question has no sense.
    Optional<String> stated() {
        return Optional.of(stated).filter(value -> !value.isEmpty());
    }

    /// Of the input element in the page.
    String id() {
        return "search-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
