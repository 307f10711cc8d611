// SPDX-License-Identifier: Apache-2.0
/// Who may ask this server to change something: the token, and the checks of `Host` and `Origin`.
///
/// Imports nothing else of vo4he and knows nothing of HTTP servers: it judges header values it is given.
/// Start at [org.vo4he.security.HostCheck].
package org.vo4he.security;
