// SPDX-License-Identifier: Apache-2.0
package org.vo4he.provenance;

/// The kinds of PROV-DM that we state, with their names in PROV-N and PROV-JSON (W3C member submission 2013-04-24).
enum ProvTerm {
    ENTITY("entity", "", "", 0),
    ACTIVITY("activity", "", "", 0),
    AGENT("agent", "", "", 0),
    USED("used", "prov:activity", "prov:entity", 1),
    WAS_GENERATED_BY("wasGeneratedBy", "prov:entity", "prov:activity", 1),
    WAS_DERIVED_FROM("wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", 0),
    WAS_ASSOCIATED_WITH("wasAssociatedWith", "prov:activity", "prov:agent", 1),
    WAS_INFORMED_BY("wasInformedBy", "prov:informed", "prov:informant", 0);

    private final String word;
    private final String from;
    private final String to;
    private final int unsaid;

    ProvTerm(String word, String from, String to, int unsaid) {
        this.word = word;
        this.from = from;
        this.to = to;
        this.unsaid = unsaid;
    }

    /// In both notations.
    String word() {
        return word;
    }

    /// The key of the first argument in PROV-JSON.
    String from() {
        return from;
    }

    /// The key of the second.
    String to() {
        return to;
    }

    /// How many optional arguments PROV-N expects between these and the attributes: times and plans that we don't
    /// know.
    int unsaid() {
        return unsaid;
    }

    /// Whether it relates two things.
    boolean isRelation() {
        return !from.isEmpty();
    }
}
