"""What lies over any page: settings, about, help, search, the crash report, files asked for."""
