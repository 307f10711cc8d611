// SPDX-License-Identifier: Apache-2.0
/// Pages for people: what is here, a search, a page for each product with the origin of every value.
///
/// Rendered on the server. Reading and downloading need no script: scripts, in files of our own, only better a page. No
/// other host is asked for anything. A search goes the way every client's query goes: it is written as ADQL, shown, and
/// asked of a [org.vo4he.web.QueryService], which the assembly connects to TAP's own. This package must not know ADQL's
/// grammar, TAP or SQL. Start at [org.vo4he.web.WebPages].
package org.vo4he.web;
