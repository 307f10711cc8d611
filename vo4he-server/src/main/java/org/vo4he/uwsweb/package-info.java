// SPDX-License-Identifier: Apache-2.0
/// The jobs of a queue over HTTP, as UWS 1.1 (REC 2016-10-24) has it: under whatever path, for whatever work.
///
/// Knows nothing of what jobs do. Start at [org.vo4he.uwsweb.UwsService].
package org.vo4he.uwsweb;
