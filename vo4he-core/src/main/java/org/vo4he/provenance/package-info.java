// SPDX-License-Identifier: Apache-2.0
/// How a product was made: steps and their arguments, as the JSON that a product carries in its VO-TAGS
/// extension.
///
/// The form is the seed's (a list of steps, each a list of arguments in the order of the command line) with
/// optional keys of ours beside it; keys of others are kept. Imports nothing else of vo4he and knows nothing
/// of FITS. Start at [org.vo4he.provenance.ProvenanceDocument] and [org.vo4he.provenance.ProvenanceJson].
package org.vo4he.provenance;
