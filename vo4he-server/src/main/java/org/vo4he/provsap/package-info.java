// SPDX-License-Identifier: Apache-2.0
/// `/provenance`: what a product was made of, or what was made of it, in the forms of W3C PROV.
///
/// Parameters are named as in the drafts of ProvSAP (first called ProvDAL); nothing is promised as conformant to them.
/// Knows nothing of files: the graph is in the store. Start at [org.vo4he.provsap.ProvenanceService].
package org.vo4he.provsap;
