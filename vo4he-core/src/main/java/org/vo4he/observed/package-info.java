// SPDX-License-Identifier: Apache-2.0
/// What other pipelines left in headers of how a product was made: SAS, CIAO, HEASoft, ESO, SOLARNET and the name of a
/// creator. It becomes steps that are marked as observed, so that nobody takes them for a recipe that can be run.
///
/// One file per dialect. Knows nothing of products and of what is asked of them. Start at
/// [org.vo4he.observed.ObservedProvenance]; which parameters of which program are files is told in `files.csv`.
package org.vo4he.observed;
