// SPDX-License-Identifier: Apache-2.0
/// Tables written as a stream: VOTable 1.4 (TABLEDATA and BINARY2), CSV, TSV; and VOTable error documents.
///
/// Imports nothing else of vo4he: rows come in as Java values, columns as [org.vo4he.votable.Field].
/// Start at [org.vo4he.votable.TableFormat].
package org.vo4he.votable;
