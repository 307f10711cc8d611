// SPDX-License-Identifier: Apache-2.0
package org.vo4he.web;

import java.util.Locale;

/// One field of the search form: its parameter, its label, and what to write in it.
enum SearchField {
    POSITION("pos", "Position (ICRS)", "83.633 22.014, or 05:34:31.9 +22:00:52"),
    RADIUS("radius", "Within", "0.25 degrees, or like 15′"),
    FROM("from", "From", "2009-03-01, or an MJD"),
    TO("to", "To", "2009-12-31, or an MJD"),
    ENERGY_FROM("emin", "From", "keV, or like 1 TeV"),
    ENERGY_TO("emax", "To", "keV"),
    TYPE("type", "Product type", ""),
    INSTRUMENT("instrument", "Instrument", ""),
    COLLECTION("collection", "Collection", ""),
    TEXT("text", "Words in target, observation, title or collection", "");

    private final String parameter;
    private final String label;
    private final String hint;

    SearchField(String parameter, String label, String hint) {
        this.parameter = parameter;
        this.label = label;
        this.hint = hint;
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

    /// Of the input element in the page.
    String id() {
        return "search-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
