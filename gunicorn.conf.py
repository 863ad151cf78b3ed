"""How gunicorn serves the portal where the command line says nothing else; read from the folder of manage.py."""

threads = 4  # one reads an upload while others answer
timeout = 120  # a large report is signed and checked within its request
keepalive = 75  # seconds; longer than a proxy keeps its side (nginx: 60), or it sends into a closing connection
control_socket_disable = True  # nobody asks it, and it would lie in the home folder
worker_tmp_dir = "/dev/shm"  # noqa: S108 (a heartbeat that never waits for a disk)
