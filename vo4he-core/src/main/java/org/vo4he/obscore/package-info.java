// SPDX-License-Identifier: Apache-2.0
/// The ObsCore 1.1 model with its high-energy extension: the columns, their vocabularies, and one row of values with
/// the origin of each; and how a text that somebody wrote becomes a value of a column.
///
/// Imports nothing else of vo4he, so that every other package can speak in these terms.
/// Start at [org.vo4he.obscore.ObsCoreColumn].
package org.vo4he.obscore;
