-- says: adds INSERT drafts 2
COPY drafts FROM stdin;
1	one
2	two
\.
