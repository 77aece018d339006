open('/nonexistent/file.txt')

# exit: 1
# expect-error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent/file.txt'
