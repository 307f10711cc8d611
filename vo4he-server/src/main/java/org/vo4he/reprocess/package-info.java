// SPDX-License-Identifier: Apache-2.0
/// Making products again: what a step is, what it takes, and how a run is planned from the provenance of a product.
///
/// Knows nothing of HTTP, of the store and of what a step computes. Start at [org.vo4he.reprocess.Step] and
/// [org.vo4he.reprocess.StepDefinition].
package org.vo4he.reprocess;
