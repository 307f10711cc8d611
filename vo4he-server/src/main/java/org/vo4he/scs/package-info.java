// SPDX-License-Identifier: Apache-2.0
/// Simple Cone Search 1.03 over the positions of `ivoa.obscore`, with its Errata 2 and 3 (VOTable 1.x, the place of the
/// error).
///
/// A cone is asked in ADQL, as every other question: who runs that is declared here
/// ([org.vo4he.scs.ConeQueries]) and wired elsewhere. It knows nothing of the database. Start at
/// [org.vo4he.scs.ConeService].
package org.vo4he.scs;
