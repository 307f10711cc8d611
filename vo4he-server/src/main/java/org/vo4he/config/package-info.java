// SPDX-License-Identifier: Apache-2.0
/// The settings of an installation: what there is to set, its value, and where that value came from.
///
/// Knows the settings records of the packages it configures, and nothing else of them.
/// Start at [org.vo4he.config.Setting], the table of all settings; a [org.vo4he.config.Configuration] holds their
/// values, and [org.vo4he.config.Settings] is what the packages get.
package org.vo4he.config;
