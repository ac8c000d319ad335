"""The list of many cases (案件一覧): who is late, who is ready, and packets made of several at once."""
