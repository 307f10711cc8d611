// SPDX-License-Identifier: Apache-2.0
/// ADQL 2.1 from text to SQL, in three stages of which none edits what another made: [AdqlParser] (text to tree),
/// [AdqlChecker] (tree and [Catalogue] to a checked tree), [Dialect] (checked tree to the SQL of one engine).
///
/// Must not know: the store, HTTP, TAP, ObsCore. What it needs to know of tables it asks a [Catalogue].
///
/// What a printed query gives back, column by column, says [CheckedQuery#columns]. Geometries come out of the
/// database as text of blank-separated numbers in DALI order (`POINT`: longitude latitude; `CIRCLE`: longitude
/// latitude radius; `POLYGON`: longitude latitude pairs, all in degrees): a writer that wants numbers splits that
/// text. `REGION` is text in one STC-S form, as it stands.
///
/// Start at [AdqlParser], then [AdqlChecker]. What is supported: `docs/reference/adql.md`.
package org.vo4he.adql;
