"""The call as data: reads and proves resources/calls/<call>/*.toml."""
