// SPDX-License-Identifier: Apache-2.0
/// The VO Support Interfaces (VOSI 1.1): what the service can do, whether it is up, which tables it has.
///
/// Knows no protocol: each hands in what it says about itself. Start at [org.vo4he.vosi.SelfDescription].
package org.vo4he.vosi;
